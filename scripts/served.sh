# For shell scripts that run other people's clients against `redrive serve`; they set `root` and source this file.
# Everything is kept in $work, a folder of this run; it and all of `jobs` end with the script.

work=$(mktemp -d)
jobs=
session="$work/session.jsonl"

clean_up() {
  for job in $jobs; do kill "$job" 2>/dev/null; done
  wait 2>/dev/null
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# For subshells only: it takes their place.
redrive() { cd "$root" && exec node --import tsx bin/main.ts "$@"; }

# Starts `redrive serve` on a free loopback port, and sets `url` and the environment of an AWS client that knows no other place.
start_server() {
  [ -d "$root/node_modules/tsx" ] || { echo 'Redrive is not installed here: npm ci does that.' >&2; exit 2; }
  : >"$work/server.out"
  redrive serve --port 0 --json --record "$session" >"$work/server.out" 2>"$work/server.err" &
  server=$!
  jobs="$jobs $server"
  until url=$(sed -n 's/.*"url": *"\([^"]*\)".*/\1/p' "$work/server.out") && [ -n "$url" ]; do
    if ! kill -0 "$server" 2>/dev/null; then
      cat "$work/server.err" >&2
      exit 1
    fi
    sleep 0.2
  done
  unset AWS_PROFILE AWS_SESSION_TOKEN AWS_ENDPOINT_URL AWS_IGNORE_CONFIGURED_ENDPOINT_URLS
  export AWS_ENDPOINT_URL_SQS="$url" AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
  export AWS_ACCESS_KEY_ID=dummy AWS_SECRET_ACCESS_KEY=dummy AWS_EC2_METADATA_DISABLED=true AWS_PAGER=
  export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null NO_PROXY=127.0.0.1 no_proxy=127.0.0.1
}

# Ends the server and judges by the properties what its clients saw. Keeps the trace and fails if one is broken.
judge() {
  kill "$server"
  wait "$server"
  verdicts=$(redrive check "$session") && broken= || broken=yes
  echo "redrive check: $(those_that holds | grep -c .) properties hold, $(those_that broken | grep -c .) broken"
  [ -z "$broken" ] && return
  those_that broken
  mkdir -p "$root/redrive-traces" && cp "$session" "$root/redrive-traces/session.jsonl"
  echo 'why: npm run check:trace -- redrive-traces/session.jsonl'
  return 1
}

those_that() { echo "$verdicts" | grep -E "^. [a-z-]+ +$1 "; }

# Sets `python` to one that has boto3: in a virtual environment of ours, or else the machine's. Fails with `missing` set.
find_boto3() {
  missing=python3
  command -v python3 >/dev/null || return 1
  missing=boto3
  venv="$root/node_modules/.cache/boto3-$boto3"
  python="$venv/bin/python"
  has_boto3 || make_venv || python=python3
  has_boto3
}
boto3=1.44.8

has_boto3() { "$python" -c 'import boto3' 2>/dev/null; }

# A registry that does not answer is soon given up.
make_venv() {
  python3 -m venv --clear "$venv" >"$work/venv.log" 2>&1 &&
    "$python" -m pip install --quiet --disable-pip-version-check --timeout 10 --retries 1 "boto3==$boto3" >>"$work/venv.log" 2>&1
}
