"""What templates get to show, where a dossier does not say it yet: functions of one dossier each."""
