// Package tai64n takes the place of wireguard-go's own while it is built for the tests: the timestamps of handshakes are those of a clock
// that is wrong by so many seconds as SERAT_CLOCK_SHIFT says. Go asks no C library for the time, so that libfaketime does not reach it.
package tai64n

import (
	"bytes"
	"encoding/binary"
	"os"
	"strconv"
	"time"
)

const TimestampSize = 12

// TAI64N: seconds from 2^62 on, ten more than in UTC, in 1970; nanoseconds behind them.
const base = uint64(0x400000000000000a)

type Timestamp [TimestampSize]byte

var shift = shiftOf(os.Getenv("SERAT_CLOCK_SHIFT"))

func shiftOf(text string) time.Duration {
	seconds, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return time.Duration(seconds) * time.Second
}

func Now() Timestamp {
	var stamp Timestamp
	now := time.Now().Add(shift)
	binary.BigEndian.PutUint64(stamp[:], base+uint64(now.Unix()))
	binary.BigEndian.PutUint32(stamp[8:], uint32(now.Nanosecond()))
	return stamp
}

func (t Timestamp) After(other Timestamp) bool {
	return bytes.Compare(t[:], other[:]) > 0
}

func (t Timestamp) String() string {
	return time.Unix(int64(binary.BigEndian.Uint64(t[:8])-base), int64(binary.BigEndian.Uint32(t[8:]))).String()
}
