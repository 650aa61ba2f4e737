true
#: answer df
