su - student
bwrap --dev-bind / / bash
