#: reason: No letter is named
#: answer everything
