#: hint: There is no process xmrig
true
#: answer xmrig
