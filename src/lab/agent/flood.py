"""Floods a router with echo requests out of one interface, and says how many came back and how soon it answers again.

python3 -c FLOOD INTERFACE SOURCE TARGET SECONDS PER-SECOND one|many
Prints JSON: sent, seconds, answered, recoveryMs (null: no answer within five seconds).
"""
import json, socket, struct, sys, time

interface, source, target, seconds, rate, ids = sys.argv[1:7]
seconds, rate = float(seconds), float(rate)
sixth = ':' in target
family, protocol = (socket.AF_INET6, socket.IPPROTO_ICMPV6) if sixth else (socket.AF_INET, socket.IPPROTO_ICMP)
request, reply = (128, 129) if sixth else (8, 0)
wire = socket.socket(family, socket.SOCK_RAW, protocol)
wire.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, interface.encode())
wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
wire.bind((source, 0))
wire.setblocking(False)


def checksum(data):
    total = sum(struct.unpack('!%dH' % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def send(identifier, sequence):
    # The kernel counts the sum of IPv6, which covers addresses too.
    head = struct.pack('!BBHHH', request, 0, 0, identifier, sequence)
    if not sixth:
        head = struct.pack('!BBHHH', request, 0, checksum(head), identifier, sequence)
    try:
        wire.sendto(head, (target, 0))
    except (BlockingIOError, OSError):
        return 0
    return 1


def answers():
    count = 0
    while True:
        try:
            data, sender = wire.recvfrom(2048)
        except BlockingIOError:
            return count
        kind = data[0] if sixth else data[(data[0] & 15) * 4]
        if kind == reply and sender[0] == target:
            count += 1


began = time.monotonic()
sent = answered = 0
while time.monotonic() - began < seconds:
    due = int((time.monotonic() - began) * rate) + 1
    while sent < due:
        sent += 1
        send(4711 if ids == 'one' else sent & 0xFFFF, sent & 0xFFFF)
    answered += answers()
    time.sleep(0.001)
spent = time.monotonic() - began
time.sleep(0.05)
answered += answers()

ended = time.monotonic()
recovery = None
for attempt in range(250):
    send(4712, attempt)
    time.sleep(0.02)
    if answers() > 0:
        recovery = round((time.monotonic() - ended) * 1000)
        break
print(json.dumps({'sent': sent, 'seconds': spent, 'answered': answered, 'recoveryMs': recovery}))
