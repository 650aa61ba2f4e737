#: reason: Every process has its number from the host's
exec -a init bash
