#: after the solution
#: hint: is private: nothing gets out
mount --make-rprivate /
