#: reason: Every process of yours has cap_net_raw
exit
chmod u-s /srv/tools/again
