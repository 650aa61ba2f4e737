#: after the solution
#: hint: receives nothing either
#: terminal 1
mount --make-rprivate /
