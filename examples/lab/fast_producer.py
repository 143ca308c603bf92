"""Terminal 2: a message a second that nobody can receive for 2 s."""

from terminals import produce

produce("Fast", "fast_data.json", delay=2)
