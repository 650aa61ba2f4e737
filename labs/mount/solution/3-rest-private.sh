mount --make-slave /
findmnt -rno TARGET | tail -n +2 | while read at; do mount --make-private $at; done
