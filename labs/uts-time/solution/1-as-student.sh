#: terminal 2
su student -c 'unshare --user --uts sleep 1000' &
