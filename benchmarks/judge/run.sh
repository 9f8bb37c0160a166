#!/usr/bin/env bash
# judge-service beside a bare Vert.x client and a Python thread pool, all against one stub of fixed
# latency on the same cores. Usage:
#
#   benchmarks/judge/run.sh [IN_FLIGHT [WARM_UP_SECONDS [SECONDS]]]
#
# JAVA names the Java to run everything with (default java), LATENCY the stub's milliseconds (50),
# SERVICE_OPTIONS more options of the service's JVM. Needs a JDK. Build first: mvn package -Pquick
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
in_flight=${1:-100} warm_up=${2:-20} seconds=${3:-15}
latency=${LATENCY:-50} java=${JAVA:-java} base=${PORT_BASE:-18990}
app=$root/judge-service/target/quarkus-app
libraries="$app/lib/main/*:$root/cli/target/lib/*"
[ -d "$app" ] || { echo "build first: mvn package -Pquick" >&2; exit 2; }
work=$(mktemp -d)
"$(dirname "$(readlink -f "$(command -v "$java")")")/javac" -nowarn -d "$work/classes" \
  -cp "$libraries" "$here"/*.java
chmod 755 "$work"
started=()
finish() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  exec 7>&- || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
mkfifo "$work/until"
"$java" -XX:+UseSerialGC -Xmx64m -cp "$work/classes:$libraries" Database "$work/data" \
  "$work/database.properties" <"$work/until" &
database=$!
exec 7>"$work/until"
"$java" -XX:+UseSerialGC -Xmx128m -cp "$work/classes:$libraries" Stub "$base" "$latency" &
stub=$!
started+=("$stub")
until [ -s "$work/database.properties" ]; do sleep 0.2; done
options=()
while read -r line; do options+=("-D$line"); done <"$work/database.properties"
for model in plain cached; do
  options+=("-Dplumbline.judge.chat.$model.url=http://127.0.0.1:$base/v1")
  options+=("-Dplumbline.judge.chat.$model.model=stub")
  options+=("-Dplumbline.judge.chat.$model.concurrency=$in_flight")
done
# shellcheck disable=SC2086
"$java" -Xmx512m ${SERVICE_OPTIONS:-} "${options[@]}" -Dplumbline.judge.chat.plain.cache=false \
  -Dplumbline.judge.run.concurrency=$((in_flight / 2)) \
  -Dquarkus.http.port=$((base + 1)) -Dquarkus.grpc.server.port=$((base + 2)) \
  -jar "$app/quarkus-run.jar" >"${SERVICE_LOG:-$work/service.log}" 2>&1 &
service=$!
started+=("$service")
until (: <"/dev/tcp/127.0.0.1/$((base + 2))") 2>/dev/null; do sleep 0.2; done
"$java" -version 2>&1 | head -1
"$java" -XX:+UseSerialGC -Xmx512m -Dmodels="${MODELS:-plain,cached}" \
  -cp "$work/classes:$libraries" Load "$base" "$((base + 2))" \
  "$latency" "$in_flight" "$warm_up" "$seconds" \
  "service=$service" "stub=$stub" "postgres=$database"
python3 "$here/thread_pool.py" "$base" "$in_flight" "$seconds" "$latency"
