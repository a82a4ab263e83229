#!/bin/sh
# Runs on a Linux router, as root, out of an archive that a deployment sent. Routing, filters and interfaces change together, and go back
# together unless somebody confirms in time. The timer lives here: it works although whoever applied the change is gone.
#
#   agent apply TOKEN SECONDS [NAME]    files beside this script, in `new/`, of the router with that name
#   agent confirm TOKEN           prints: confirmed | applying | failed: WHY | rebooted | none
#   agent rollback TOKEN
#   agent resume                  at boot, before anything reads its files: ends what another boot began
set -u
umask 077
PATH=/usr/sbin:/usr/bin:/sbin:/bin
here=$(dirname "$0")
pending=/var/lib/serat/pending
# The change that a reboot ended, and how.
ended=/var/lib/serat/ended
unit=/etc/systemd/system/serat-resume.service
reload=/usr/lib/frr/frr-reload.py

# Where a file of a router's folder belongs.
place() {
  case $1 in
    frr.conf) echo /etc/frr/frr.conf ;;
    daemons) echo /etc/frr/daemons ;;
    nftables.conf) echo /etc/nftables.conf ;;
    sysctl.conf) echo /etc/sysctl.d/60-serat.conf ;;
    networkd.conf.d/*) echo "/etc/systemd/$1" ;;
    systemd/*) echo "/etc/systemd/system/${1#systemd/}" ;;
    networkd/*) echo "/etc/systemd/network/${1#networkd/}" ;;
    *) echo "no place for $1" >&2; return 1 ;;
  esac
}

names() { (cd "$1" && find . -type f | sed 's|^\./||' | LC_ALL=C sort); }
addresses() { ip -o addr show | awk '$4 !~ /^fe80:/ { print $2, $4 }' | LC_ALL=C sort -u; }
links() { ip -o link show | awk -F': ' '{ split($2, n, "@"); print n[1], ($3 ~ /[<,]UP[,>]/ ? "up" : "down") }' | LC_ALL=C sort -u; }
routes() { for f in -4 -6; do for p in static boot; do ip $f route show proto $p | sed "s/^/$f /; s/\$/ proto $p/"; done; done | sed 's/ linkdown//; s/  */ /g' | LC_ALL=C sort -u; }
# Which boot this is: of the kernel, and of its container's first process where it has one.
boot() { echo "$(cat /proc/sys/kernel/random/boot_id) $(sed 's/.*) //' /proc/1/stat | cut -d ' ' -f 20)"; }
same_boot() { [ "$(boot)" = "$(cat "$pending/boot" 2>/dev/null)" ]; }
has_systemd() { [ -d /run/systemd/system ]; }

snapshot() {
  mkdir -p "$pending/old" "$pending/new"
  cp -R "$here/new/." "$pending/new/"
  cp "$0" "$pending/agent"
  # Files of ours that the new state no longer has go away with it.
  names /var/lib/serat/files 2>/dev/null > "$pending/had" || : > "$pending/had"
  { cat "$pending/had"; names "$pending/new"; } | LC_ALL=C sort -u | while read -r name; do
    at=$(place "$name") || exit 1
    mkdir -p "$pending/old/$(dirname "$name")"
    if [ -f "$at" ]; then cp -p "$at" "$pending/old/$name"; fi
  done
  vtysh -c 'show running-config no-header' > "$pending/running.conf" || return 1
  { echo 'flush ruleset'; nft -s list ruleset; } > "$pending/ruleset.nft" || return 1
  addresses > "$pending/addresses"; links > "$pending/links"; routes > "$pending/routes"
  [ -f "$pending/new/sysctl.conf" ] && sed -n 's/^\([a-z][^ =]*\) *=.*/\1/p' "$pending/new/sysctl.conf" | while read -r key; do sysctl -e "$key"; done > "$pending/sysctl" 2>/dev/null
  return 0
}

start_timer() {
  if has_systemd; then
    systemd-run --quiet --unit="serat-rollback-$1" --on-active="$2" /bin/sh "$pending/agent" rollback "$1"
  else
    setsid sh -c 'sleep "$1"; exec sh "$2" rollback "$3"' timer "$2" "$pending/agent" "$1" < /dev/null > /dev/null 2>&1 &
    echo $! > "$pending/timer"
  fi
}

# The timer dies with the boot; the next one takes the change back before routes, filters and interfaces are read from disk.
arm_boot() {
  has_systemd || return 0
  cat > "$unit" << END
[Unit]
Description=Take back a change that nobody confirmed before the reboot
DefaultDependencies=no
After=local-fs.target
Before=systemd-sysctl.service systemd-networkd.service nftables.service frr.service
ConditionPathExists=$pending/agent
[Service]
Type=oneshot
ExecStart=/bin/sh $pending/agent resume
[Install]
WantedBy=sysinit.target
END
  systemctl --quiet enable serat-resume.service
}

disarm_boot() {
  if has_systemd && [ -f "$unit" ]; then systemctl --quiet disable serat-resume.service; rm -f "$unit"; fi
}

# Not `kill -TERM -- -ID`: dash takes its `--` for a process.
stop_loader() {
  if [ -f "$pending/loader" ]; then
    loader=$(cat "$pending/loader")
    if tr '\0' ' ' < "/proc/$loader/cmdline" 2>/dev/null | grep -q "$pending/agent load "; then kill -s KILL -- "-$loader" 2>/dev/null; fi
  fi
  return 0
}

stop_timer() {
  if has_systemd; then systemctl stop "serat-rollback-$1.timer" 2>/dev/null; fi
  if [ -f "$pending/timer" ]; then
    timer=$(cat "$pending/timer")
    # While it sleeps; once it takes the change back it is no longer this command.
    if tr '\0' ' ' < "/proc/$timer/cmdline" 2>/dev/null | grep -q '^sh -c sleep '; then kill -s TERM -- "-$timer" 2>/dev/null; fi
  fi
  return 0
}

put_files() {
  LC_ALL=C sort -u "$pending/had" | while read -r name; do
    [ -f "$1/$name" ] || rm -f "$(place "$name")"
  done
  names "$1" | while read -r name; do
    # A reboot before the confirmation must find the old routes and filters.
    case $name in frr.conf | nftables.conf) [ "$2" = all ] || continue ;; esac
    at=$(place "$name")
    mkdir -p "$(dirname "$at")"
    cp "$1/$name" "$at.serat-new" || exit 1
    case $name in
      frr.conf | daemons) chown frr:frr "$at.serat-new"; chmod 640 "$at.serat-new" ;;
      networkd/*.netdev) chgrp systemd-network "$at.serat-new" 2>/dev/null; chmod 640 "$at.serat-new" ;;
      *) chmod 644 "$at.serat-new" ;;
    esac
    if cmp -s "$at.serat-new" "$at"; then rm "$at.serat-new"; else mv "$at.serat-new" "$at"; fi
  done
}

reload_interfaces() {
  if has_systemd && systemctl --quiet is-active systemd-networkd; then networkctl reload; fi
  reload_timers
}

# Timers are of a router's folder or of nothing: one whose file is gone stops, its link in the wants with it.
reload_timers() {
  has_systemd || return 0
  systemctl daemon-reload
  for link in /etc/systemd/system/timers.target.wants/serat-*.timer; do
    [ -L "$link" ] && [ ! -e "$link" ] && { systemctl --quiet stop "$(basename "$link")"; rm -f "$link"; }
  done
  for timer in /etc/systemd/system/serat-*.timer; do
    if [ -f "$timer" ]; then systemctl --quiet enable --now "$(basename "$timer")"; fi
  done
  return 0
}

# FRR hands routes to the kernel when its reload has long returned: a change is applied once they stand still, or somebody would confirm
# over a way that is about to go.
settle() {
  for _ in 1 2 3; do
    before=$(ip -4 route; ip -6 route)
    sleep 1
    [ "$before" = "$(ip -4 route; ip -6 route)" ] && return 0
  done
  return 0
}

# FRR's reload writes what runs to disk of its own accord: until somebody confirms, a boot must find the old file there.
keep_old_routing() {
  if [ -f "$pending/old/frr.conf" ]; then cp -p "$pending/old/frr.conf" /etc/frr/frr.conf; else rm -f /etc/frr/frr.conf; fi
}

# FRR's reload fails at the keys of a key chain that goes: it goes before. Neighbours wait longer than OSPF is without it.
drop_chains() {
  vtysh -c 'show running-config no-header' | sed -n 's/^key chain //p' | while read -r chain; do
    grep -qx "key chain $chain" "$1" || vtysh -c 'configure terminal' -c "no key chain $chain"
  done
  return 0
}

load() {
  put_files "$pending/new" some || return 1
  if [ -f "$pending/new/sysctl.conf" ]; then sysctl -q -e -p "$pending/new/sysctl.conf"; fi
  reload_interfaces || return 1
  if [ -f "$pending/new/nftables.conf" ]; then nft -f "$pending/new/nftables.conf" || return 1; fi
  if [ -f "$pending/new/frr.conf" ]; then
    drop_chains "$pending/new/frr.conf"
    python3 "$reload" --reload --stdout "$pending/new/frr.conf" > "$pending/reload.log" 2>&1 || { grep -v -i 'key\|password\|secret' "$pending/reload.log" | tail -3; return 1; }
    [ -f "$pending/confirmed" ] || keep_old_routing
    settle
  fi
}

# A change that is being taken back is let finish: it would clear away the next one with itself.
wait_for_undo() {
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
    [ -f "$pending/undone" ] && same_boot || return 0
    sleep 1
  done
}

apply() {
  wait_for_undo
  if [ -d "$pending" ]; then
    if same_boot; then rollback "$(cat "$pending/token" 2>/dev/null)"; else end_live; fi
  fi
  rm -rf "$pending" "$ended"
  mkdir -p "$pending"
  echo "$1" > "$pending/token"
  [ -z "$3" ] || echo "$3" > "$pending/name"
  snapshot || { rm -rf "$pending"; echo unkept >&2; exit 1; }
  boot > "$pending/boot"
  echo applying > "$pending/status"
  arm_boot || { rm -rf "$pending"; echo unarmed >&2; exit 1; }
  start_timer "$1" "$2" || { rm -rf "$pending"; echo untimed >&2; exit 1; }
  # In a session of its own: the change goes on although it cuts the connection that brought it.
  setsid sh "$pending/agent" load "$1" < /dev/null > /dev/null 2>&1 &
}

finish_load() {
  echo $$ > "$pending/loader"
  why=$(load 2>&1) && echo applied > "$pending/status.new" || printf 'failed: %s\n' "$(echo "$why" | tail -3 | tr '\n' ' ')" > "$pending/status.new"
  mv "$pending/status.new" "$pending/status"
}

confirm() {
  if [ -d "$pending" ] && ! same_boot; then end_live; fi
  if [ "$(cut -d ' ' -f 1 "$ended" 2>/dev/null)" = "$1" ]; then cut -d ' ' -f 2 "$ended"; return; fi
  [ -d "$pending" ] && [ "$(cat "$pending/token" 2>/dev/null)" = "$1" ] || { echo none; return; }
  status=$(cat "$pending/status")
  case $status in
    applied)
      # Whoever moves the token away first decides: the timer or the confirmation.
      mv "$pending/token" "$pending/confirmed" 2>/dev/null || { echo none; return; }
      stop_timer "$1"
      finish_files
      close_change
      echo confirmed ;;
    failed*) rollback "$1"; echo "$status" ;;
    *) echo "$status" ;;
  esac
}

# What is confirmed stands on disk whole, with the list of its files.
finish_files() {
  put_files "$pending/new" all
  rm -rf /var/lib/serat/files
  mkdir -p /var/lib/serat/files
  # Whose configuration it holds: another router that is reached by its address must not be given it.
  [ -f "$pending/name" ] && cp "$pending/name" /var/lib/serat/name
  names "$pending/new" | while read -r name; do mkdir -p "/var/lib/serat/files/$(dirname "$name")"; : > "/var/lib/serat/files/$name"; done
}

undo_files() {
  names "$pending/new" > "$pending/names"
  while read -r name; do [ -f "$pending/old/$name" ] || case $name in frr.conf | nftables.conf) ;; *) rm -f "$(place "$name")" ;; esac; done < "$pending/names"
  put_files "$pending/old" all
}

close_change() { disarm_boot; rm -rf "$pending"; }

# Another boot: what was confirmed is finished, all else is taken back. The files are enough where nothing has read them yet.
resume() {
  [ -d "$pending" ] && ! same_boot || return 0
  end_files
  close_change
}

end_files() {
  if [ -f "$pending/confirmed" ]; then
    finish_files
    echo "$(cat "$pending/confirmed") confirmed" > "$ended"
  else
    echo "$(cat "$pending/token" "$pending/undone" 2>/dev/null | head -1) rebooted" > "$ended"
    undo_files
  fi
}

# The same where routing runs already, on whatever it read at boot, which may be files of both states.
end_live() {
  end_files
  if [ -f "$pending/confirmed" ]; then load > /dev/null 2>&1; else undo_running; fi
  close_change
}

rollback() {
  [ -d "$pending" ] && [ "$(cat "$pending/token" 2>/dev/null)" = "$1" ] || return 0
  mv "$pending/token" "$pending/undone" 2>/dev/null || return 0
  stop_timer "$1"
  stop_loader
  undo_files
  undo_running
  close_change
}

undo_running() {
  [ -s "$pending/sysctl" ] && sysctl -q -e -p "$pending/sysctl"
  reload_interfaces
  nft -f "$pending/ruleset.nft"
  restore_kernel
  drop_chains "$pending/running.conf"
  python3 "$reload" --reload --stdout "$pending/running.conf" > /dev/null 2>&1
  keep_old_routing
  restore_kernel
}

# What neither FRR nor networkd puts back by itself.
restore_kernel() {
  links > "$pending/now"
  LC_ALL=C comm -23 "$pending/links" "$pending/now" | while read -r name state; do ip link set "$name" "$state" 2>/dev/null; done
  addresses > "$pending/now"
  LC_ALL=C comm -13 "$pending/addresses" "$pending/now" | while read -r name address; do ip addr del "$address" dev "$name" 2>/dev/null; done
  LC_ALL=C comm -23 "$pending/addresses" "$pending/now" | while read -r name address; do ip addr add "$address" dev "$name" 2>/dev/null; done
  routes > "$pending/now"
  LC_ALL=C comm -13 "$pending/routes" "$pending/now" | while read -r family route; do ip "$family" route del $route 2>/dev/null; done
  LC_ALL=C comm -23 "$pending/routes" "$pending/now" | while read -r family route; do ip "$family" route replace $route 2>/dev/null; done
}

case $1 in
  apply) apply "$2" "$3" "${4-}" ;;
  load) finish_load ;;
  confirm) confirm "$2" ;;
  rollback) rollback "$2" ;;
  resume) resume ;;
esac
