@echo off
rem Open a window in which cqpair is a command: for a double click.
chcp 65001 >nul
set "PATH=%~dp0;%PATH%"
cd /d "%USERPROFILE%"
cmd /k cqpair --help
