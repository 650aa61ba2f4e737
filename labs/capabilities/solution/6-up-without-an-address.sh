exit
su student -c "unshare --user --map-root-user --net sh -c \"ip link set lo up; ip address flush dev lo; exec sleep 1000\"" &
