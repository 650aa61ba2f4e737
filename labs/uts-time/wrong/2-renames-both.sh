#: hint: You renamed the host itself
#: after the solution
nsenter --target 1 --uts hostname box
