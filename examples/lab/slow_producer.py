"""Terminal 1: a message a second that nobody can receive for 10 s."""

from terminals import produce

produce("Slow", "slow_data.json", delay=10)
