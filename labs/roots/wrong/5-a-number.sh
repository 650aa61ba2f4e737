#: hint: is not where the breakout comes out
true
#: answer 4711
