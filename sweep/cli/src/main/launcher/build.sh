# The launcher's build, read by ./flowsweep when the distribution is missing or older than the sources.
# It uses what the launcher knows: home, target, dist, stamp, jdk, say, die, built.
# shellcheck shell=sh
# shellcheck disable=SC2154  # those come from the launcher

log=$target/build.log
lock=$target/build.lock

# ---- one build at a time in a checkout: whoever makes the folder of the lock

abandoned() { # whether no process of the lock's owner lives; sets owner
  owner='' host='' maven=''
  [ ! -r "$lock/owner" ] || read -r owner host maven <"$lock/owner"
  if [ -z "$owner" ]; then # its owner is about to write this, or died before it did
    unsigned=$((unsigned + 1))
    [ "$unsigned" -gt 25 ]
  elif [ "$host" != "$(uname -n)" ]; then
    return 1
  else
    ! alive "$owner" && ! { [ -n "$maven" ] && alive "$maven"; }
  fi
}

alive() { kill -0 "$1" 2>/dev/null || ps -p "$1" >/dev/null 2>&1; }

take_lock() {
  misses=0 unsigned=0 told_waiting=
  until mkdir "$lock" 2>/dev/null; do
    if ! [ -d "$lock" ]; then
      misses=$((misses + 1))
      [ "$misses" -lt 5 ] || return 1
    elif abandoned; then
      # Only one process may clear a lock, and only after a second look: the first may have taken it already.
      if mkdir "$lock.clearing" 2>/dev/null; then
        if abandoned; then rm -rf "$lock"; fi
        rmdir "$lock.clearing"
      fi
    else
      [ -n "$told_waiting" ] || say "waiting for process $owner, which builds this checkout (if none does, remove $lock)"
      told_waiting=yes
      sleep 0.2
    fi
  done
  echo "$$ $(uname -n)" >"$lock/owner"
}

# ---- the build

cannot_write() {
  if [ -e "$stamp" ]; then
    say "the sources are newer than the build, but $target cannot be written: running the build as it is"
  else
    die 2 "$home is not built, and $target cannot be written. Start it once as its owner, or clone it to a folder of yours."
  fi
}

now() { date +%s; }

tick() { # shows, until it is killed, which module is being built
  while :; do
    awk -v seconds="$(($(now) - start))" '
      /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ { n = $NF; gsub(/[][]/, "", n); sub("/", " of ", n) }
      /^\[INFO\] +from .*pom.xml$/ { module = $NF; sub("/?pom.xml$", "", module) }
      /Downloaded from / { files++ }
      END {
        text = n == "" ? "starting Maven" : "module " n
        if (n != "" && module != "") text = text " (" module ")"
        if (files) text = text ", " files " files fetched"
        printf "\r\033[Kflowsweep: building: %s, %d s", text, seconds
      }' "$log" >&2
    sleep 1
  done
}

finish_line() { # ends the progress line
  [ -z "$ticker" ] || { kill "$ticker" && wait "$ticker"; } 2>/dev/null
  [ -z "$ticker" ] || printf '\r\033[K' >&2
  ticker=
}

interrupted() { # status
  trap '' INT TERM HUP
  finish_line
  maven=${maven:-${!:-}} # Maven has been started, and this shell has not yet come to note its number
  if [ -n "$maven" ]; then
    kill "$maven" 2>/dev/null
    polls=0
    while kill -0 "$maven" 2>/dev/null && [ "$polls" -lt 50 ]; do
      sleep 0.1
      polls=$((polls + 1))
    done
  fi
  rm -rf "$target/dist.new" "$lock"
  die "$1" "the build was interrupted; the next start builds again"
}

build() {
  if ! mkdir -p "$target" 2>/dev/null || ! [ -w "$target" ] || ! take_lock; then
    cannot_write
    return
  fi
  maven='' ticker=''
  trap 'interrupted 130' INT
  trap 'interrupted 143' TERM
  trap 'interrupted 129' HUP
  if ! built; then run_maven; fi # another process may have built while this one waited
  rm -rf "$lock"
  trap - INT TERM HUP
}

# Maven fills a folder of its own, which then takes the place of the old distribution: whoever runs from that keeps
# running, and an interrupted or failed build leaves it as it was.
run_maven() {
  start=$(now)
  reason='not built yet'
  [ ! -e "$stamp" ] || reason='the sources have changed'
  rm -rf "$target/dist.new" "$target/dist.old"
  : >"$log"
  (
    cd "$home" || exit
    JAVA_HOME=$jdk exec ./mvnw -B -pl sweep/cli -am package -DskipTests -Djacoco.skip=true \
      "-Ddist.directory=$target/dist.new"
  ) </dev/null >"$log" 2>&1 &
  maven=$!
  echo "$$ $(uname -n) $maven" >"$lock/owner"
  if [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; then
    tick &
    ticker=$!
  else
    say "building ($reason); the log is $log"
  fi
  wait "$maven"
  status=$?
  finish_line
  if [ "$status" != 0 ] || ! [ -e "$target/dist.new/stamp" ]; then
    rm -rf "$target/dist.new" "$lock"
    build_failed
  fi
  if [ -t 2 ]; then say "built in $(($(now) - start)) s ($reason)"; fi
  touch -r "$lock/owner" "$target/dist.new/stamp" # what was edited during the build is newer than it
  [ ! -e "$dist" ] || mv "$dist" "$target/dist.old"
  mv "$target/dist.new" "$dist" || exit 70
  rm -rf "$target/dist.old"
}

# ---- what went wrong

build_failed() {
  say "the build failed ($reason). From its log, $log:"
  # The errors without Maven's own advice, each once; the end of the log when there are none.
  errors=$(grep '^\[ERROR\]' "$log" | grep -v -e 'Help 1\]' -e '^\[ERROR\] *$' -e 'full stack trace' -e '[Rr]e-run Maven' \
    -e 'For more information' -e 'After correcting' -e 'mvn <args>' | awk '!seen[$0]++' | head -n 15)
  [ -n "$errors" ] || errors=$(tail -n 15 "$log")
  printf '%s\n' "$errors" | sed 's/^/  /' >&2
  if grep -q -i -e 'unknown *host' -e 'could not resolve host' -e 'name resolution' -e 'connection refused' \
    -e 'timed out' -e 'network is unreachable' -e 'no route to host' -e 'failed to fetch' -e 'PKIX path' \
    -e 'could not transfer' -e 'status.*407' -e '407 proxy' -e 'proxy authentication' -e 'offline mode' "$log"; then
    explain_network
    exit 2
  fi
  exit 70
}

explain_network() {
  proxy=${https_proxy:-${HTTPS_PROXY:-}}
  address=${proxy#*://}
  address=${address##*@}
  address=${address%%/*}
  case $address in
    '') address=proxy.example:3128 ;;
    *:*) ;;
    *) address=$address:80 ;;
  esac
  cat >&2 <<END

This looks like the network. The first build fetches Maven and the libraries from Maven Central
(https://repo.maven.apache.org); later ones only what is new. If this machine
- is behind a proxy: Maven does not read https_proxy${proxy:+ (yours is set)}. Start with
    export MAVEN_OPTS="-Dhttps.proxyHost=${address%:*} -Dhttps.proxyPort=${address##*:} -Daether.connector.http.useSystemProperties=true"
  or add a <proxy>, with its user and password where it asks for them (407), to ~/.m2/settings.xml
- uses a mirror: add a <mirror> to ~/.m2/settings.xml, and set MVNW_REPOURL to the mirror for Maven itself
- has no network: start FlowSweep once where there is one and copy its folder here with the times kept (cp -a)
END
  if grep -q 'PKIX path' "$log"; then
    cat >&2 <<END
- sits behind a firewall that opens TLS ("PKIX path" in the log): name the certificates of your organisation in
  MAVEN_OPTS with -Djavax.net.ssl.trustStore=FILE
END
  fi
}
