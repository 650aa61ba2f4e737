#: hint: You have not said yet
breakout
