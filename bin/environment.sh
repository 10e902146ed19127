# Sourced by the other scripts: the top of the checkout in $root, and a home for the tools when the caller has none.
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
if [ ! -d "${HOME:-}" ] || [ ! -w "$HOME" ]; then
  export HOME=$root/out/home
  mkdir -p "$HOME"
fi
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# No build process stays behind: it would hold the pipe of whoever reads us.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

for tool in dotnet node npm; do
  command -v "$tool" >/dev/null || { echo "$tool is missing. Alentour is built with the .NET SDK 10 and Node 20 or later (with npm)." >&2; exit 1; }
done
