"""Why the system refused, by the name of its error."""

_HELD = ("正被别的程序占用", "another program holds it")

_NO_NETWORK = ("网络不通", "there is no network")

_NO_DEVICE = ("没有这个设备", "there is no such device")

_NOT_POSSIBLE = ("这个位置不支持这样做", "this place does not allow it")


TEXTS = {
    "ENOENT": ("没有这个文件夹或文件", "no such file or folder"),
    "EACCES": ("没有权限", "permission denied"),
    "EPERM": ("不允许这样做", "not permitted"),
    "EEXIST": ("已经存在", "it exists already"),
    "EISDIR": ("这是文件夹", "it is a folder"),
    "ENOTDIR": ("上级不是文件夹", "what is above it is not a folder"),
    "ENOTEMPTY": ("文件夹里还有东西", "the folder is not empty"),
    "ENOSPC": ("磁盘已满", "the disk is full"),
    "EDQUOT": ("磁盘配额已满", "the disk quota is used up"),
    "EFBIG": ("文件太大，超过了限额", "the file is larger than is allowed"),
    "EROFS": ("磁盘只读", "the disk is read-only"),
    "EBUSY": _HELD,
    "ETXTBSY": _HELD,
    "EAGAIN": ("暂时不能用，请稍后再试", "it cannot be used just now; try again later"),
    "EINTR": ("被打断了，请再试一次", "it was interrupted; try again"),
    "ENAMETOOLONG": ("名称太长", "the name is too long"),
    "EILSEQ": ("名称里有不能用的字符", "the name holds a character that cannot be used"),
    "EINVAL": (
        "名称里有不能用的字符，或者这个位置不支持这样做",
        "the name holds a character that cannot be used, or this place does not allow it",
    ),
    "EIO": ("磁盘读写出错", "the disk failed"),
    "EBADF": ("输出已关闭", "it is closed"),
    "EPIPE": ("接收的程序已经结束", "the program that reads it has ended"),
    "ELOOP": ("链接成环", "its links go in a circle"),
    "EXDEV": ("跨了两个磁盘", "it would go from one disk to another"),
    "EMFILE": ("打开的文件太多", "too many files are open"),
    "ENFILE": ("系统打开的文件太多", "the system has too many files open"),
    "ENOMEM": ("内存不足", "there is not enough memory"),
    "ENODEV": _NO_DEVICE,
    "ENXIO": _NO_DEVICE,
    "ENOSYS": _NOT_POSSIBLE,
    "ENOTSUP": _NOT_POSSIBLE,
    "EOPNOTSUPP": _NOT_POSSIBLE,
    "ETIMEDOUT": ("等了太久没有回应", "there was no response in time"),
    "ENETDOWN": _NO_NETWORK,
    "ENETUNREACH": _NO_NETWORK,
    "EHOSTDOWN": _NO_NETWORK,
    "EHOSTUNREACH": _NO_NETWORK,
    "ECONNRESET": ("网络连接断了", "the network connection broke"),
    "ESTALE": ("网络磁盘上的这个文件已经不在了", "it is gone from the network drive"),
    "other": ("系统拒绝了，错误代码 {code}", "the system refused, with error code {code}"),
    "none": ("系统没有说明原因", "the system gave no reason"),
}
