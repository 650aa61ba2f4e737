#: reason: Every process of yours has cap_net_raw
#: after the solution
exit
