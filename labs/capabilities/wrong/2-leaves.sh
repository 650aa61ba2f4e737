#: reason: No process of yours has cap_net_admin alone
#: after the solution
exit
