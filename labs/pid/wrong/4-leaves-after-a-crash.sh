#: hint: nobody killed its number 1
echo 'int main(void) { return *(volatile int *)0; }' > crash.c
tcc -o crash crash.c
./crash
exit
exit
exit
