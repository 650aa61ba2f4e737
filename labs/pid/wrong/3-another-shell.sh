#: reason: has gone a level deeper
bash
bash
