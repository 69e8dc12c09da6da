@echo off
rem Runs the command line with the Node.js that npm ci put beside it.
setlocal
set "NODE=%~dp0..\node_modules\.bin\node.cmd"
if not exist "%NODE%" set "NODE=node"
if not defined NODE_COMPILE_CACHE set "NODE_COMPILE_CACHE=%~dp0..\node_modules\.cache\permanence"
call "%NODE%" "%~dp0..\src\main.ts" %*
exit /b %ERRORLEVEL%
