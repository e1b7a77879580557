# Ends groups of processes for the process at the other end of standard input, and all that are left when that has died.
# Reads "add GROUP", "signal GROUP NAME" and "end GROUP"; answers GROUP when nothing of an ended group is left.
# $1: the variable, with its value, that everything started by that process has in its environment.
# shellcheck shell=sh
trap '' HUP INT QUIT TERM PIPE
groups=' '

signal() {
  kill -s "$1" -- "-$2" 2>/dev/null || kill -s "$1" "$2" 2>/dev/null
}

# Whether something of a group lives. What has ended and nobody has asked for is in it, too: where the first process of a container
# asks for nobody, for ever.
lives() {
  [ -r /proc/self/stat ] || return 0
  for file in /proc/[0-9]*/stat; do
    read -r row <"$file" || continue
    row=${row##*) } # behind the name: state, parent, group
    state=${row%% *}
    row=${row#* * }
    [ "${row%% *}" = "$1" ] && [ "$state" != Z ] && return 0
  done
  return 1
}

# Of a group that was ended only what cannot be killed is left after two seconds. Nearly always it is gone within some looks.
end() {
  looks=0
  while kill -s KILL -- "-$1" 2>/dev/null && [ "$looks" -lt 200 ]; do
    [ "$looks" -lt 5 ] || lives "$1" || break
    sleep 0.01
    looks=$((looks + 1))
  done
}

while read -r order group name; do
  case $order in
    add) groups="$groups$group " ;;
    signal) signal "$name" "$group" ;;
    end)
      case $groups in
        *" $group "*) groups="${groups%% "$group" *} ${groups#* "$group" }" ;;
      esac
      end "$group"
      echo "$group"
      ;;
  esac
done

# The process has died. Each group has two seconds after an INT, and one after a TERM.
for step in INT:40 TERM:20 KILL:20; do
  left=
  for group in $groups; do
    signal "${step%:*}" "$group" && left="$left $group"
  done
  looks=${step#*:}
  while [ -n "$left" ] && [ "$looks" -gt 0 ]; do
    sleep 0.05
    looks=$((looks - 1))
    groups=$left
    left=
    for group in $groups; do
      kill -s 0 -- "-$group" 2>/dev/null && lives "$group" && left="$left $group"
    done
  done
  groups=$left
  [ -n "$groups" ] || break
done

# What has left its group is known by its environment, where the system shows it.
for file in /proc/[0-9]*/environ; do
  if tr '\0' '\n' <"$file" 2>/dev/null | grep -qxF "$1"; then
    process=${file#/proc/}
    kill -s KILL "${process%/environ}" 2>/dev/null
  fi
done
