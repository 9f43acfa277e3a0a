from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('broadsheet_press', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Lease',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, unique=True)),
                ('holder', models.CharField(max_length=64)),
                ('until', models.DateTimeField()),
            ],
        ),
    ]
