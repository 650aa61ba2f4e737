#: reason: Every process of yours has cap_net_raw
exit
capsh --drop=cap_net_admin --
