# Shared by ./run and ./test: what a machine needs, installed once and only when it is missing.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
host_dll=src/Workflow.Host/bin/Release/net10.0/Workflow.Host.dll

say() { printf '%s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else say "Cần quyền quản trị để cài: $*  (hoặc nhờ người quản trị cài giúp rồi chạy lại)"; exit 1; fi
}

apt_install() {
  local missing=()
  for package in "$@"; do dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Đang cài: ${missing[*]} …"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

need_dotnet() {
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    say "Cần .NET SDK 10 (https://dot.net). Cài xong rồi chạy lại ./run."; exit 1
  fi
}

need_browser() { command -v npm >/dev/null || apt_install nodejs npm; apt_install chromium curl; }

need_postgres() {
  [ -n "${ConnectionStrings__Workflow:-}" ] && return 0
  [ -n "${WORKFLOW_POSTGRES_BIN:-}" ] && return 0
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && return 0
  command -v initdb >/dev/null && return 0
  apt_install postgresql
}

# Builds only when a source file changed since the last build that succeeded.
build_when_changed() {
  local configuration=$1 stamp=$root/src/Workflow.Host/obj/built-$1.stamp
  if [ -f "$stamp" ] && [ -f "$root/$host_dll" ] && [ -z "$(cd "$root" && find src samples appsettings.json Directory.*.* global.json -newer "$stamp" -type f \
      -not -path '*/bin/*' -not -path '*/obj/*' -not -path '*/node_modules/*' -not -path '*/wwwroot/dist/*' -print -quit)" ]; then
    return 0
  fi
  say "Đang dựng chương trình (lần đầu mất khoảng một phút) …"
  (cd "$root" && dotnet build src/Workflow.Host/Workflow.Host.csproj -c "$configuration" -v q -nologo -p:UseSharedCompilation=true -p:EnforceCodeStyleInBuild=false -p:RunAnalyzers=false) >"${TMPDIR:-/tmp}/workflow-build.$$.log" 2>&1 \
    || { cat "${TMPDIR:-/tmp}/workflow-build.$$.log" >&2; rm -f "${TMPDIR:-/tmp}/workflow-build.$$.log"; exit 1; }
  rm -f "${TMPDIR:-/tmp}/workflow-build.$$.log"
  touch "$stamp"
}
