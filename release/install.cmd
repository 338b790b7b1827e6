@echo off
rem Install cqpair without network: install.cmd [FOLDER]
chcp 65001 >nul
for %%v in (3.14 3.13 3.12 3.11) do py -%%v -c "" >nul 2>nul && set "python=py -%%v" && goto found
python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "python=python" && goto found
echo 没有找到 Python 3.11 或更新的版本。不需要 Python 的，请用 cqpair 程序。
echo Python 3.11 or newer was not found. The cqpair program needs no Python.
set code=2
goto end
:found
%python% "%~dp0install.py" %*
set code=%errorlevel%
:end
if not defined CI pause
exit /b %code%
