hostname box
