#: reason: No exec that happened since this step began is in a trace
echo 0 > tracing_on; echo > trace
