#!/bin/sh
printf 'Content-Type: text/plain\r\n\r\nYou are %s.\n' "$REMOTE_ADDR"
