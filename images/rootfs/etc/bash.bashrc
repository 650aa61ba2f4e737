# For every interactive bash, whatever namespaces, user and home it finds itself in. Nothing here starts a process.
[ -z "$PS1" ] && return

# bash's own \h is what the host was called when the shell started; the kernel knows what it is called now.
# Without /proc the last name known stands.
_host=${HOSTNAME%%.*}
_ask_host() { [[ -r /proc/sys/kernel/hostname ]] && read -r _host </proc/sys/kernel/hostname; }
PROMPT_COMMAND=_ask_host
if ((EUID == 0)); then _colour=31; else _colour=32; fi
if [[ $TERM == dumb ]]; then
  PS1='\u@${_host}:\w\$ '
else
  PS1='\[\e[1;'$_colour'm\]\u@${_host}\[\e[0m\]:\[\e[1;34m\]\w\[\e[0m\]\$ '
fi
unset _colour

HISTCONTROL=ignoredups
HISTSIZE=2000
HISTFILESIZE=2000
shopt -s checkwinsize histappend
shopt -u progcomp

alias ls='ls --color=auto' grep='grep --color=auto' ll='ls -l'
alias ip='ip -color=auto'
