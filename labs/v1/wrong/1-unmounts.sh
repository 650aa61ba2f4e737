#: after the solution
#: hint: nobody has mounted it
umount /tmp/v1/hugetlb
