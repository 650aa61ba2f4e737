#: hint: `cd ..` leads nowhere
cd ../../../../..; cd ..
