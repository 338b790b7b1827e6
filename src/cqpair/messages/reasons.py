"""Why the system refused, by the name of its error."""

TEXTS = {
    "ENOENT": ("没有这个文件夹或文件", "no such file or folder"),
    "EACCES": ("没有权限", "permission denied"),
    "EPERM": ("不允许这样做", "not permitted"),
    "EEXIST": ("已经存在", "it exists already"),
    "EISDIR": ("这是文件夹", "it is a folder"),
    "ENOTDIR": ("上级不是文件夹", "what is above it is no folder"),
    "ENOSPC": ("磁盘已满", "the disk is full"),
    "EDQUOT": ("磁盘配额已满", "the disk quota is used up"),
    "EFBIG": ("文件太大，超过了限额", "the file is larger than is allowed"),
    "EROFS": ("磁盘只读", "the disk is read-only"),
    "EBUSY": ("正被别的程序占用", "another program holds it"),
    "ENAMETOOLONG": ("名称太长", "the name is too long"),
    "EIO": ("磁盘读写出错", "the disk failed"),
    "EBADF": ("输出已关闭", "it is closed"),
    "ELOOP": ("链接成环", "its links go in a circle"),
}
