#: hint: The host has nothing
#: after the solution
nsenter --target 1 --ipc ipcrm --all
