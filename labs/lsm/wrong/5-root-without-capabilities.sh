#: hint: what root owns it may use
exit
#: answer user rms, capabilities rms, seccomp m, apparmor rm, landlock rm
