@echo off
rem Starts Kopilka on Windows: the same steps as the POSIX launcher beside it, which explains them.
rem   KOPILKA_JAVA_HOME    the Java to use instead of the one found
rem   KOPILKA_JAVA_OPTIONS further options for it
setlocal enableextensions
set "home=%~dp0.."
if not exist "%home%\launch" set "home=%~dp0..\target\kopilka"
if not exist "%home%\launch" (
  echo kopilka: not built yet; run: make build 1>&2
  exit /b 1
)

set "jars="
set "cache="
set "java="
for /f "usebackq tokens=1,* delims==" %%a in ("%home%\launch") do (
  if "%%a"=="jars" set "jars=%%b"
  if "%%a"=="cache" set "cache=%%b"
  if "%%a"=="java" set "built_with=%%b"
)
set "classpath="
for %%j in (%jars%) do call set "classpath=%%classpath%%;%home%\lib\%%j"
set "classpath=%classpath:~1%"

if exist "%home%\runtime\bin\java.exe" set "java=%home%\runtime\bin\java.exe"
if not defined java if defined KOPILKA_JAVA_HOME set "java=%KOPILKA_JAVA_HOME%\bin\java.exe"
if not defined java if defined built_with if exist "%built_with%\bin\java.exe" set "java=%built_with%\bin\java.exe"
if not defined java if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not defined java set "java=java.exe"

rem The caches that know the driver of a server are not looked for: that would take an URL apart that this shell reads.
rem Short commands stay on the first compiler, long ones get both, more heap and a cache of their own.
set "mode=short"
for %%w in (%*) do for %%l in (init program import settle segment audit report db pilot shell) do (
  if "%%~w"=="%%l" set "mode=long"
)
if "%mode%"=="short" set "flags=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms32m -Xmn24m -Xmx256m"
if "%mode%"=="long" set "flags=-XX:+UseParallelGC -Xms208m -Xmx304m -Xmn112m -XX:Tier4InvocationThreshold=100000 -XX:Tier4MinInvocationThreshold=20000 -XX:Tier4CompileThreshold=200000 -XX:Tier4BackEdgeThreshold=5000000 -XX:InlineSmallCode=1200"

set "aot="
if defined cache if not "%KOPILKA_CACHE%"=="off" set aot="-XX:AOTCache=%home%\%cache:/=\%-%mode%.aot"

"%java%" %flags% -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions ^
  -XX:ArchiveRelocationMode=0 -Xlog:disable "-Xlog:all=error,aot*=off,cds*=off:stderr" ^
  --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
  "-Dorg.sqlite.lib.path=%home%\native" "-Dorg.sqlite.tmpdir=%home%\native" -Dpicocli.disable.closures=true -Djava.locale.providers=FALLBACK ^
  -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider -Dslf4j.internal.verbosity=ERROR %KOPILKA_JAVA_OPTIONS% ^
  %aot% -cp "%classpath%" dev.kopilka.app.Main %*
exit /b %errorlevel%
