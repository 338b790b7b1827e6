#!/bin/sh
# Install cqpair without network: sh install.sh [FOLDER]
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 2
for python in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        exec "$python" "$here/install.py" "$@"
    fi
done
echo "没有找到 Python 3.11 或更新的版本。不需要 Python 的，请用 cqpair 程序。" >&2
echo "Python 3.11 or newer was not found. The cqpair program needs no Python." >&2
exit 2
