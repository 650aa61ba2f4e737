printf '#!/bin/bash\nspawner &\nwhile true; do wait -n || sleep 1; done\n' > /srv/init
chmod +x /srv/init
unshare --pid --fork --mount-proc /srv/init
#: wait orphan 4
